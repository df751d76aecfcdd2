import { describe, expect, it } from "vitest";
import nhsLoginPolicy from "../../calendars/policies/nhs-login.json";
import nhsmailPolicy from "../../calendars/policies/nhsmail.json";
import patientAccessPolicy from "../../calendars/policies/patient-access.json";
import { defineSla, nhsLogin, nhsmail, type PolicyDefinition, patientAccess } from "../../src";

/**
 * The policies that come with the library are not checked when they are asked for, which would cost
 * each process that is started; they are checked here, with every reading there is.
 */

const SERVICES = [
  ["nhsmail", nhsmailPolicy, nhsmail],
  ["nhsLogin", nhsLoginPolicy, nhsLogin],
  ["patientAccess", patientAccessPolicy, patientAccess],
] as const;

const READINGS = SERVICES.flatMap(([name, json, service]) => {
  const policy = json as PolicyDefinition;
  const options = Object.entries(policy.options ?? {});
  const readings = options.flatMap(([option, { values }]) =>
    Object.keys(values).map((value) => ({ [option]: value })),
  );
  return [{}, ...readings].map((choose) => ({ name, policy, service, choose }));
});

describe("a policy that comes with the library", () => {
  it.each(READINGS)(
    "$name, read with $choose, passes every check",
    ({ policy, service, choose }) => {
      const checked = defineSla(policy, { choose });
      const shipped = service(choose as never);
      expect(shipped.toJSON()).toEqual(checked.toJSON());
      expect(Object.keys(shipped.targets)).toEqual(Object.keys(checked.targets));
      expect(shipped.chosen).toEqual(checked.chosen);
    },
  );

  it.each(SERVICES)("%s cannot be changed by who was given it", (_, policy, service) => {
    const before = JSON.stringify(policy);
    const given = service().toJSON() as { title: string; targets: Record<string, object> };
    expect(() => Object.assign(Object.values(given.targets)[0] ?? {}, { title: "x" })).toThrow();
    expect(() =>
      Object.assign(Object.values(service().targets)[0]?.definition ?? {}, { tie: 1 }),
    ).toThrow();
    expect(JSON.stringify(policy)).toBe(before);
    expect(service().toJSON()).toEqual(JSON.parse(JSON.stringify(service())));
  });

  it.each(SERVICES)("%s refuses an option that there is not", (_, _policy, service) => {
    expect(() => service({ weather: "fair" } as never)).toThrow(/unknown option/);
  });
});
