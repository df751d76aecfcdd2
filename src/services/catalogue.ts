import type { Sla } from "../sla";
import { type GpsocOptions, gpsoc } from "./gpsoc";
import { type NhsLoginOptions, nhsLogin } from "./nhs-login";
import { type NhsmailOptions, nhsmail } from "./nhsmail";
import { type PatientAccessOptions, patientAccess } from "./patient-access";

/** A service whose published promises come with the library. */
export interface Service {
  /** The id of its policy. */
  readonly id: string;
  /**
   * Its policy, ready to be asked.
   *
   * @param options the readings to take, as the service's own function takes them
   */
  readonly define: (options?: object) => Sla;
  /**
   * The options that its document leaves to the parties. Without them, the policy answers each
   * question that does not depend on them. It refuses the others and gives the reason.
   */
  readonly needs: readonly string[];
  /** Options that give every target an answer, for trying the service out. */
  readonly example: object;
}

/**
 * The services of the catalogue. The command, the register of clauses and the tests read them here: a
 * new service is a new row.
 */
export const SERVICES: readonly Service[] = [
  {
    id: "nhsmail",
    define: (options?: NhsmailOptions) => nhsmail(options),
    needs: [],
    example: {},
  },
  {
    id: "nhs-login",
    define: (options?: NhsLoginOptions) => nhsLogin(options),
    needs: ["partnerHours"],
    example: { partnerHours: "nhs-login-support" },
  },
  {
    id: "gpsoc",
    define: (options?: GpsocOptions) => gpsoc(options),
    needs: ["fixTimes"],
    example: {
      fixTimes: {
        "1": { hours: 4, calendar: "support" },
        "2": { workingDays: 1, calendar: "workingDays" },
      },
      calendars: {
        support: {
          timeZone: "Europe/London",
          hours: { weekdays: ["08:00-18:00"] },
          bankHolidays: "england-and-wales",
        },
      },
    },
  },
  {
    id: "patient-access",
    define: (options?: PatientAccessOptions) => patientAccess(options),
    needs: [],
    example: {},
  },
];
