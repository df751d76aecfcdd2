import * as z from "zod";

// The page allows no text to be run as a program, and zod tries whether it may.
z.config({ jitless: true });
