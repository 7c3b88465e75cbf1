import { expect, test } from "vitest";
import { verify } from "../../../src/domain/contact/verification.ts";
import { coffee, inParis, interaction, talk } from "../relationship/history.ts";

const now = inParis("2027-06-01 12:00");
const both = [interaction("2027-01-10"), interaction("2027-01-11", { direction: "inbound" })];
const write = (...wroteFrom: string[]) => ({ wroteFrom });

test.each`
  what                                   | interactions                     | claimed                                                                       | level
  ${"nothing"}                           | ${[]}                            | ${write()}                                                                    | ${0}
  ${"a list import with free mail (R8)"} | ${[]}                            | ${{ wroteFrom: [], company: "Acme" }}                                         | ${0}
  ${"a letter without an answer"}        | ${[interaction("2027-01-10")]}   | ${write()}                                                                    | ${0}
  ${"mail both ways"}                    | ${both}                          | ${write("priya@gmail.com")}                                                   | ${1}
  ${"free mail and a claimed employer"}  | ${both}                          | ${{ wroteFrom: ["acme@gmail.com"], company: "Gmail" }}                        | ${1}
  ${"the employer's domain"}             | ${both}                          | ${{ wroteFrom: ["priya@acme.example"], company: "Acme Inc." }}                | ${2}
  ${"the employer's longer domain"}      | ${both}                          | ${{ wroteFrom: ["priya@mail.acme-data.example"], company: "ACME Data GmbH" }} | ${2}
  ${"the employer's initials"}           | ${both}                          | ${{ wroteFrom: ["priya@iad.example"], company: "Institute Acme Data" }}       | ${2}
  ${"a look-alike domain"}               | ${both}                          | ${{ wroteFrom: ["priya@acne.example"], company: "Acme" }}                     | ${1}
  ${"introduced by somebody known"}      | ${[]}                            | ${{ wroteFrom: [], introducedBy: "bo" }}                                      | ${2}
  ${"a call"}                            | ${[talk("2027-01-10", "phone")]} | ${write()}                                                                    | ${3}
  ${"video"}                             | ${[talk("2027-01-10", "video")]} | ${write()}                                                                    | ${3}
  ${"met"}                               | ${[coffee]}                      | ${write()}                                                                    | ${4}
  ${"a meeting to come"}                 | ${[talk("2027-07-10")]}          | ${write()}                                                                    | ${0}
`("$what: level $level (R8)", ({ interactions, claimed, level }) =>
  expect(verify(interactions, claimed, now).level).toBe(level),
);

test("it shows as not met yet, never as a doubt (R8)", () => {
  expect(verify([], { wroteFrom: [], company: "Acme" }, now).because.text).toBe("Not met yet.");
});
