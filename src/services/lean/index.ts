/** The services for a page that must stay small: they have every number and no quotations. */

export type { GpsocNames, GpsocOptions } from "../gpsoc";
export type { NhsLoginNames, NhsLoginOptions } from "../nhs-login";
export type { NhsmailNames, NhsmailOptions } from "../nhsmail";
export type { PatientAccessNames, PatientAccessOptions } from "../patient-access";
export { gpsoc } from "./gpsoc";
export { nhsLogin } from "./nhs-login";
export { nhsmail } from "./nhsmail";
export { patientAccess } from "./patient-access";
