export { SERVICES, type Service } from "./catalogue";
export { type GpsocNames, type GpsocOptions, gpsoc } from "./gpsoc";
export {
  type NhsEnglandLevel,
  type NhsEnglandLevelNames,
  type NhsEnglandLevelOptions,
  type NhsEnglandSilverPlusNames,
  type NhsEnglandSla,
  nhsEnglandLevel,
} from "./nhs-england-levels";
export { type NhsLoginNames, type NhsLoginOptions, nhsLogin } from "./nhs-login";
export { nhsLoginProblemFixDue, type ProblemFixOptions } from "./nhs-login-problem-fix";
export { type NhsmailNames, type NhsmailOptions, nhsmail } from "./nhsmail";
export {
  type PatientAccessNames,
  type PatientAccessOptions,
  patientAccess,
} from "./patient-access";
export {
  type ReportedAttainment,
  type ReportedError,
  type ReportedObligation,
  type ReportedPromise,
  type ServiceReport,
  type ServiceReportOptions,
  serviceReport,
} from "./service-report";
export { type Grade, type Severity, severityOf } from "./severity-matrix";
export { type SeverityRow, severityTable } from "./severity-table";
