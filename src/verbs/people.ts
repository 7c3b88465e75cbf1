/** `rapport people`: everybody Rapport knows, closest first. */
import { countOpenMerges } from "../store/read/merges.ts";
import { allPages } from "../store/read/page.ts";
import { type PersonRow, peopleClasses, peopleOrders, readPeople } from "../store/read/people.ts";
import { counted, shortDay } from "./say.ts";
import { oneOf, printJson, printTable, readArgs } from "./usage.ts";
import { withOwner } from "./with-owner.ts";

export const about = "Lists people with their addresses, when you last wrote, talked and met, and how close they are.";

const usage = `rapport people  ${about}

  --search WORDS   only those whose name, company or address has all the words
  --class CLASS    ${peopleClasses.join(", ")}
  --order ORDER    ${peopleOrders.join(", ")} (closeness)
  --json           one line: {people: [{name, addresses, class, company, title, metOn, metWhere, …}], mergeQuestions}`;

export async function run(args: string[]): Promise<number> {
  const read = readArgs(args, usage, {
    search: { type: "string" },
    class: { type: "string" },
    order: { type: "string" },
    json: { type: "boolean" },
  });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  const isJson = values.json === true;
  const only = values.class === undefined ? undefined : oneOf("--class", values.class, peopleClasses);
  const order = values.order === undefined ? "closeness" : oneOf("--order", values.order, peopleOrders);
  const search = [values.search ?? "", ...positionals].join(" ");
  return withOwner("people", isJson, async ({ world, owner, zone }) => {
    const people = await allPages((page) =>
      readPeople(world.database, owner, { ...page, search, order, ...(only !== undefined && { class: only }) }),
    );
    const mergeQuestions = await countOpenMerges(world.database, owner);
    if (isJson) printJson({ people: people.map(({ contactId: _, ...person }) => person), mergeQuestions });
    else if (people.length === 0)
      console.log("Nobody. Bring in your mail and calendar: npm run rapport -- import FILE…");
    else {
      printTable([heads, ...people.map((person) => cells(person, zone))]);
      console.log(`\n${counted(people.length, "person", "people")}; days are those of ${zone}.`);
    }
    if (!isJson && mergeQuestions > 0) console.log(waiting(mergeQuestions));
    return 0;
  });
}

const waiting = (questions: number): string =>
  `${counted(questions, "question")} whether addresses are the same person ${questions === 1 ? "waits" : "wait"} on the page People, “The same person?”.`;

const heads = ["name", "class", "company", "wrote", "talked", "met", "close", "addresses"];

const cells = (person: PersonRow, zone: Parameters<typeof shortDay>[1]): string[] => [
  person.name,
  person.class,
  person.company ?? "",
  shortDay(person.lastTouchAt, zone),
  shortDay(person.lastConversationAt, zone),
  shortDay(person.lastMetAt, zone),
  String(Math.round(person.closeness)),
  person.addresses.join(", "),
];
