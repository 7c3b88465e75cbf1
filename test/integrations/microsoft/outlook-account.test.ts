/** The Outlook adapter against the sandbox's Graph: the suites that all providers pass, and what is Outlook's own. */
import { afterAll, expect } from "vitest";
import { calendarSuite } from "../suite/calendar.ts";
import { mailSuite } from "../suite/mail.ts";
import { peopleSuite } from "../suite/people.ts";
import type { Subject } from "../suite/subject.ts";
import { tasksSuite } from "../suite/tasks.ts";
import { type MicrosoftSubject, type MicrosoftSubjectWish, wholeMicrosoftSubject } from "./microsoft-subject.ts";

const opened: MicrosoftSubject[] = [];
const open = (wish: MicrosoftSubjectWish = {}): Subject & MicrosoftSubject => {
  const subject = wholeMicrosoftSubject(wish);
  opened.push(subject);
  return subject;
};

afterAll(() => {
  expect(opened.flatMap(({ watch }) => watch.problems)).toEqual([]);
});

mailSuite("Outlook", () => open());
calendarSuite("Outlook", () => open());
peopleSuite("Outlook", () => open());
tasksSuite("Outlook", () => open());
