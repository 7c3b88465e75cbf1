/** Files that take long begin first, so that the last minute of a run does not wait for one of them alone. */
import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Those that took more than 4 seconds, longest first; their order costs time and nothing else. */
const long = [
  "test/simulation/loop-lives.test.ts",
  "test/processes.test.ts",
  "test/simulation/owner-lives.test.ts",
  "test/browser/pages.test.ts",
  "test/web/other-owner.test.ts",
  "test/store/embedded.test.ts",
  "test/flows/write-back.test.ts",
  "test/flows/plan.test.ts",
  "test/flows/answers.test.ts",
  "test/web/entry.test.ts",
  "test/flows/acceptance.test.ts",
  "test/jobs/killed-worker.test.ts",
  "test/flows/lists.test.ts",
  "test/domain/reply/meaning.test.ts",
  "test/domain/meeting/slots-oracle.test.ts",
  "test/flows/sample-requirements.test.ts",
  "test/flows/corrections.test.ts",
  "test/flows/booking.test.ts",
  "test/sandbox/move-dates.test.ts",
  "test/store/backup.test.ts",
  "test/flows/interrupted-import.test.ts",
  "test/flows/sending.test.ts",
  "test/verbs/import.test.ts",
  "test/templates/letters.test.ts",
  "test/flows/groups.test.ts",
  "test/domain/mail/patterns.test.ts",
  "test/flows/digest.test.ts",
  "test/flows/scan-faults.test.ts",
  "test/domain/reply/held-out.test.ts",
  "test/browser/axe-pages.test.ts",
  "test/flows/letters.test.ts",
  "test/flows/sample.test.ts",
  "test/web/hostile-requests.test.ts",
];

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = long.indexOf(relative(process.cwd(), moduleId));
      return at === -1 ? long.length : at;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
