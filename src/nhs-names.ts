import * as nhs from "./services";

/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export const nhsmail = nhs.nhsmail;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export const nhsLogin = nhs.nhsLogin;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export const nhsLoginProblemFixDue = nhs.nhsLoginProblemFixDue;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export const gpsoc = nhs.gpsoc;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export const patientAccess = nhs.patientAccess;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export const nhsEnglandLevel = nhs.nhsEnglandLevel;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export const severityOf = nhs.severityOf;

/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export type NhsmailNames = nhs.NhsmailNames;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export type NhsmailOptions = nhs.NhsmailOptions;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export type NhsLoginNames = nhs.NhsLoginNames;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export type NhsLoginOptions = nhs.NhsLoginOptions;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export type ProblemFixOptions = nhs.ProblemFixOptions;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export type GpsocNames = nhs.GpsocNames;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export type GpsocOptions = nhs.GpsocOptions;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export type PatientAccessNames = nhs.PatientAccessNames;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export type PatientAccessOptions = nhs.PatientAccessOptions;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export type NhsEnglandLevel = nhs.NhsEnglandLevel;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export type NhsEnglandLevelNames = nhs.NhsEnglandLevelNames;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export type NhsEnglandLevelOptions = nhs.NhsEnglandLevelOptions;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export type NhsEnglandSilverPlusNames = nhs.NhsEnglandSilverPlusNames;
/** @deprecated Import it from `core-hours/nhs`; the root gives it up at 1.0. */
export type NhsEnglandSla<L extends nhs.NhsEnglandLevel> = nhs.NhsEnglandSla<L>;
