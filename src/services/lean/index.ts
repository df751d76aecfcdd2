/** The services for a page that counts bytes: every number of them, and none of the quotations. */

export type { GpsocNames, GpsocOptions } from "../gpsoc";
export type { NhsLoginNames, NhsLoginOptions } from "../nhs-login";
export type { NhsmailNames, NhsmailOptions } from "../nhsmail";
export type { PatientAccessNames, PatientAccessOptions } from "../patient-access";
export { gpsoc } from "./gpsoc";
export { nhsLogin } from "./nhs-login";
export { nhsmail } from "./nhsmail";
export { patientAccess } from "./patient-access";
