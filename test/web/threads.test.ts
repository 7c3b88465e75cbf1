/** The pages of a thread and of the question whether two are one: what they show, what they take, and from whom. */
import { beforeAll, describe, expect, test } from "vitest";
import { furnishThreads } from "./furnish-threads.ts";
import { openOffice } from "./office.ts";

const office = await openOffice();
const seen = await furnishThreads(office);
const browser = await office.browser();
const page = async (path: string) => {
  const answer = await browser.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
};
/** The text of one message on the page. */
const message = (text: string, id: string) => text.slice(text.indexOf(`id="m-${id}"`)).split("</article>")[0]!;

const withoutToken = (text: string) => text.replaceAll(/name="form_token" value="[^"]+"/g, "");

describe("a thread", () => {
  let text: string;
  let answer: string;
  beforeAll(async () => {
    text = await page(seen.thread);
    answer = message(text, seen.answer);
  });

  test("is linked from the person's timeline, by the message", async () => {
    expect(await page(`/people/${seen.person}`)).toContain(`href="${seen.thread}#m-${seen.answer}"`);
  });

  test("marks what is new, what is quoted (folded) and the signature (M5)", () => {
    expect(answer).toContain('<p class="new-text" dir="auto">Hi Mara,');
    expect(answer).toMatch(
      /<details class="quoted"><summary>Quoted mail, 3 lines<\/summary><blockquote dir="auto">On Mon/,
    );
    expect(answer).toMatch(/class="part-name">Signature<\/span><p dir="auto">Best regards,\nLea Brandt/);
  });

  test("says what each is and means, how sure that is and why; times are the owner's (M1, M3, M6)", () => {
    expect(answer).toContain("<strong>A letter from a person</strong>");
    expect(answer).toMatch(
      /<strong>Proposes other times<\/strong> <span class="quiet">(almost certain|quite sure|fairly sure)</,
    );
    expect(answer).toContain('<time datetime="2026-11-11T10:20:00.000Z">Wed 11 Nov, 11:20</time>');
    expect(text).toContain("Back on Wed 11 Nov");
    expect(message(text, seen.list)).toContain(
      "Its text was not read: Rapport reads only what goes between you and people you deal with",
    );
    expect(message(text, seen.list)).toContain("by its headers alone");
  });

  test("what people write cannot become markup", () => {
    expect(text).not.toContain("<script>alert");
    expect(answer).toContain("&lt;script&gt;alert");
  });

  test("a mail that is written as HTML is shown as its words alone, and nothing of it is fetched (provider-facts §11)", async () => {
    const picture = await page(seen.picture);
    expect(picture).toContain("The quay in spring");
    expect(picture).not.toMatch(
      /open\.nordhafen|frame\.nordhafen|form\.nordhafen|javascript:|<iframe|<b>in|alert\(|onload|<style|color:/,
    );
    expect(
      [...picture.matchAll(/(?:src|srcset|action|data|poster)="([^"]+)"/g)]
        .map(([, at]) => at)
        .filter((at) => !/^\/(?!\/)/.test(at!)),
    ).toEqual([]);
  });

  test("one click corrects the kind, the next takes it back; each is said once", async () => {
    expect(answer).toContain('name="kind" value="auto_reply">This is an automatic answer<');
    const said = await browser.post(seen.thread, { message: seen.answer, kind: "auto_reply" });
    expect([said.status, said.headers.get("location")]).toEqual([
      303,
      `${seen.thread}?done=reading_corrected#m-${seen.answer}`,
    ]);
    const after = message(await page(seen.thread), seen.answer);
    expect(after).toContain("You said: an automatic answer.");
    expect(after).not.toContain("What it means");
    expect(office.nudges.at(-1)).toMatchObject({ job: "discover" });
    await browser.post(seen.thread, { message: seen.answer, kind: "undecided" });
    expect(withoutToken(message(await page(seen.thread), seen.answer))).toBe(withoutToken(answer));
    expect(await office.db.selectFrom("reading_correction").selectAll().execute()).toEqual([]);
  });

  test("one click says another meaning; the reading stays beside it, struck through", async () => {
    expect(answer).toContain('name="meaning" value="accept">Accepts a time<');
    expect(answer).not.toContain('name="meaning" value="counter"');
    await browser.post(seen.thread, { message: seen.answer, meaning: "decline" });
    const after = message(await page(seen.thread), seen.answer);
    expect(after).toContain("You said: declines.");
    expect(after).toContain('<p class="overruled"><strong>Proposes other times</strong>');
    await browser.post(seen.thread, { message: seen.answer, meaning: "undecided" });
  });

  test.each`
    what                        | fields                                | status
    ${"a kind that nobody has"} | ${{ kind: "bounce" }}                 | ${400}
    ${"a message of nobody"}    | ${{ message: seen.person }}           | ${404}
    ${"no message"}             | ${{ message: "" }}                    | ${400}
    ${"no token"}               | ${{ kind: "person", form_token: "" }} | ${403}
  `("$what is refused: $status", async ({ fields, status }) => {
    expect((await browser.post(seen.thread, { message: seen.answer, ...fields })).status).toBe(status);
    expect(await office.db.selectFrom("reading_correction").selectAll().execute()).toEqual([]);
  });

  test("with somebody who has no part in it there is none", async () => {
    expect((await browser.get(`/people/${seen.home}/threads/${seen.answer}`)).status).toBe(404);
    expect((await browser.get(`/people/${seen.person}/threads/x`)).status).toBe(404);
  });
});

describe("details and namesakes", () => {
  test("R2: each field says where it was read", async () => {
    const text = await page(`/people/${seen.person}`);
    for (const part of [
      "Produktmanagerin",
      "Nordhafen",
      'href="tel:+4915123456789"',
      "Kaistraße 5, Hamburg, 20457, Germany",
    ])
      expect(text).toContain(part);
    expect(text.match(/from the card attached to the mail of Wed 11 Nov/g)).toHaveLength(5);
  });

  test("R13: asked on both people's pages and in the list; answered there, with a way back", async () => {
    for (const id of [seen.person, seen.home])
      expect(await page(`/people/${id}`)).toContain("Are these the same person?");
    expect(await page("/people")).toContain("The same person? (1)");
    const list = await page("/merges");
    expect([...list.matchAll(/name="address" value="([^"]+)"/g)].map(([, address]) => address)).toEqual([
      "lea.brandt@nordhafen.example",
      "lea@brandt.example",
    ]);
    const addresses = new URLSearchParams([
      ["form_token", browser.token],
      ["address", "lea@brandt.example"],
      ["address", "lea.brandt@nordhafen.example"],
      ["answer", "different"],
      ["back", `/people/${seen.home}`],
    ]);
    const said = await browser.send("POST", "/merges", addresses, {});
    expect(said.headers.get("location")).toBe(`/people/${seen.home}?done=merge_different`);
    expect(await page("/merges")).toContain("different people");
    expect(await page("/people")).not.toContain("The same person? (");
    addresses.set("answer", "undecided");
    await browser.send("POST", "/merges", addresses, {});
    expect(await page("/people")).toContain("The same person? (1)");
    addresses.set("form_token", "");
    expect((await browser.send("POST", "/merges", addresses, {})).status).toBe(403);
  });
});
