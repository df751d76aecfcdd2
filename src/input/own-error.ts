import { CoreHoursError } from "../timeline";

/** The error that was thrown, if it is one of the library. @throws the error itself if it is any other. */
export function ownError(error: unknown): CoreHoursError {
  if (error instanceof CoreHoursError) return error;
  throw error;
}
