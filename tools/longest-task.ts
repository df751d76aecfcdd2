/** Notes the longest task of a page, in milliseconds, as `longest`: a script to run before its own. */
export const NOTES_LONGEST_TASK = `
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: "longtask", buffered: true });
`;
