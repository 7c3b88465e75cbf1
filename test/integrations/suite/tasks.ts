/** What every list of tasks must do, whoever keeps it. */
import { describe, expect, test } from "vitest";
import type { PlainDate } from "../../../src/domain/time.ts";
import type { Cursor } from "../../../src/integrations/scan.ts";
import type { OutgoingTask, StandingTask } from "../../../src/integrations/tasks.ts";
import { never, type OpenSubject, type Subject, troubleIn } from "./subject.ts";

const task: OutgoingTask = {
  key: "0123456789abcdef0123456789abcdef",
  title: "Write to Ana Ruiz",
  note: "Send the paper on tides.",
  dueOn: "2026-11-27" as PlainDate,
  isDone: false,
};

export function tasksSuite(face: string, open: OpenSubject): void {
  describe(`${face}: reminder tasks (R16)`, () => {
    test("put, found by its key, changed, removed", async () => {
      const subject = open();
      const { tasks } = subject;
      expect(await tasks.find(task.key, never)).toBeUndefined();
      const { ref } = await tasks.put(task, never);
      expect(await tasks.find(task.key, never)).toEqual({ ref, key: task.key, isDone: false });
      expect(inList(subject)).toMatchObject([
        { title: task.title, dueOn: task.dueOn, note: expect.stringContaining(task.note!) },
      ]);
      await tasks.change(ref, { ...task, title: "Write to Ana", dueOn: "2026-11-28" as PlainDate }, never);
      expect(inList(subject)).toMatchObject([{ title: "Write to Ana", dueOn: "2026-11-28" }]);
      await tasks.remove(ref, never);
      await tasks.remove(ref, never);
      expect(await tasks.find(task.key, never)).toBeUndefined();
    });

    test("done here is done there", async () => {
      const subject = open();
      const { ref } = await subject.tasks.put(task, never);
      await subject.tasks.change(ref, { ...task, isDone: true }, never);
      expect(inList(subject)[0]?.doneAt).toBeDefined();
      expect(await subject.tasks.find(task.key, never)).toMatchObject({ isDone: true });
    });

    test("done there is told here, once, and other people's tasks are left alone", async () => {
      const subject = open();
      subject.mine.tasks.add(subject.mine.tasks.lists[0]!.id, { title: "Milk", links: [] }, subject.now());
      const { ref } = await subject.tasks.put(task, never);
      const first = await read(subject);
      expect(first.tasks).toEqual([{ ref, key: task.key, isDone: false }]);
      subject.pass({ minutes: 5 });
      const [mine] = inList(subject);
      subject.mine.tasks.change(mine!.id, { ...mine!, doneAt: subject.now() }, subject.now());
      const second = await read(subject, first.cursor);
      expect(second.tasks).toMatchObject([{ ref, isDone: true }]);
    });

    test("what the owner deleted is gone, and cannot be changed", async () => {
      const subject = open();
      const { ref } = await subject.tasks.put(task, never);
      const first = await read(subject);
      subject.pass({ minutes: 5 });
      subject.mine.tasks.remove(inList(subject)[0]!.id, subject.now());
      const second = await read(subject, first.cursor);
      expect(second.gone).toEqual([ref]);
      expect(second.tasks).toEqual([]);
      expect(await troubleIn(subject.tasks.change(ref, task, never))).toBe("gone");
      expect(await subject.tasks.find(task.key, never)).toBeUndefined();
    });
  });
}

/** Ours in the world's own list. */
const inList = ({ mine }: Subject) =>
  mine.tasks.lists
    .flatMap(({ id }) => mine.tasks.tasks(id))
    .filter(({ title, isDeleted }) => title !== "Milk" && !isDeleted);

async function read(
  { tasks }: Subject,
  cursor?: Cursor,
): Promise<{ tasks: StandingTask[]; gone: string[]; cursor: Cursor }> {
  const found = { tasks: [] as StandingTask[], gone: [] as string[], cursor: cursor ?? "" };
  for await (const page of tasks.pages(cursor === undefined ? {} : { after: cursor }, never)) {
    found.tasks.push(...page.tasks);
    found.gone.push(...page.gone);
    found.cursor = page.cursor;
  }
  return found;
}
