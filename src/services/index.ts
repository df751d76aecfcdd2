export { type NhsLoginTarget, nhsLogin } from "./nhs-login";
export { type NhsmailTarget, nhsmail } from "./nhsmail";
