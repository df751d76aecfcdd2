export { nhsLogin } from "./nhs-login";
export { nhsmail } from "./nhsmail";
