export { type NhsLoginNames, nhsLogin } from "./nhs-login";
export { type NhsmailNames, nhsmail } from "./nhsmail";
