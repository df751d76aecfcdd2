import type { Dialect } from "../dialects";
import type { Query } from "../query";
import { type Asked, eventSteps } from "./events";
import { lifeSteps } from "./life";
import { numberSteps } from "./numbers";
import { sumSteps, useSteps } from "./use";

/**
 * Every number of a reading, for every ticket of a table of events and every target of a policy: one
 * statement of window functions and joins by equality.
 */
export function readingsQuery(dialect: Dialect, asked: Asked): Query {
  return {
    steps: [
      ...eventSteps(asked),
      ...lifeSteps(dialect),
      ...useSteps(dialect),
      ...sumSteps(dialect),
      ...numberSteps(dialect),
    ],
  };
}
