import { useRef } from "preact/hooks";

/** Whether a section is open: one that had a question to answer stays open once it is answered. */
export function useOpened(hasToBe: boolean): boolean {
  const was = useRef(false);
  was.current ||= hasToBe;
  return was.current;
}
