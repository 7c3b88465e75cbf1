/** `rapport people`: everybody Rapport knows, closest first. */
import type { ContactId } from "../domain/ids.ts";
import { viewpointOf } from "../flows/owner/viewpoint.ts";
import { countOpenMerges } from "../store/read/merges.ts";
import { type PersonRow, peopleClasses, peopleOrders, readPeople } from "../store/read/people.ts";
import { peopleFilters } from "../store/read/people-filters.ts";
import { allSought } from "../store/read/seek.ts";
import { counted, shortDay } from "./say.ts";
import { oneOf, printJson, printTable, readOwnersArgs } from "./usage.ts";
import { withOwner } from "./with-owner.ts";

export const about = "Lists people with their addresses, when you last wrote, talked and met, and how close they are.";

const usage = `rapport people  ${about}

  --search WORDS   only those whose name, company or address has all the words
  --class CLASS    ${peopleClasses.join(", ")}
  --only WHICH     ${peopleFilters.join(", ")} (all)
  --order ORDER    ${peopleOrders.join(", ")} (closeness)
  --json           one line: {people: [{name, addresses, class, company, title, metOn, metWhere, …}], mergeQuestions}`;

export async function run(args: string[]): Promise<number> {
  const read = readOwnersArgs(args, usage, {
    search: { type: "string" },
    class: { type: "string" },
    only: { type: "string" },
    order: { type: "string" },
    json: { type: "boolean" },
  });
  if (read === undefined) return 0;
  const { values, positionals } = read;
  const isJson = values.json === true;
  const only = values.class === undefined ? undefined : oneOf("--class", values.class, peopleClasses);
  const filter = values.only === undefined ? "all" : oneOf("--only", values.only, peopleFilters);
  const order = values.order === undefined ? "closeness" : oneOf("--order", values.order, peopleOrders);
  const search = [values.search ?? "", ...positionals].join(" ");
  return withOwner("people", values, async ({ world, owner, zone }) => {
    const { now } = await viewpointOf(world, owner);
    const wanted = { search, filter, order, now, zone, ...(only !== undefined && { class: only }) };
    const people = await allSought<PersonRow, ContactId>(
      (page) => readPeople(world.database, owner, { ...wanted, ...page }),
      ({ contactId }) => contactId,
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
