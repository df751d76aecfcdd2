// What the first answer is compared to: its two dependencies and nothing else.
import "luxon";
import "zod";
