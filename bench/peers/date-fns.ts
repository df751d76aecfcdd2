import { addBusinessDays } from "date-fns";
import type { Answers, Peer } from "./peer";

export const dateFns: Peer = {
  name: "date-fns",
  how: "`addBusinessDays`; it knows weekends, but no hours and no holidays",
  answersFor(): Answers {
    return {
      addDays: (fromMs, days) => {
        const from = new Date(fromMs);
        return () => addBusinessDays(from, days).getTime();
      },
    };
  },
};
