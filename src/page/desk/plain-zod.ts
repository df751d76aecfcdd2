import * as z from "zod";

// The page forbids running text as a program, and zod would test whether it may.
z.config({ jitless: true });
