import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { trayName } from "../../src/web/inbox/inbox.ts";
import { openOffice } from "./office.ts";

const print = "ab".repeat(32);
const mbox = Buffer.from(
  "From - Mon Nov 16 13:00:00 2026\nFrom: Priya Nair <priya@acme.example>\nTo: me@owner.example\nSubject: Hello\nMessage-ID: <1@acme.example>\nDate: Mon, 16 Nov 2026 13:00:00 +0000\n\nHello\n\n",
);
const digestOf = (bytes: Uint8Array) => `sha-256=:${createHash("sha256").update(bytes).digest("base64")}:`;
const rangeOf = (from: number, piece: Uint8Array, whole: number) => `bytes ${from}-${from + piece.length - 1}/${whole}`;

describe("uploading export files", async () => {
  const office = await openOffice();
  const browser = await office.browser();
  const tray = () => join(office.inboxDir, office.ownerId, "tray");

  test("a file in one PUT lies in the tray with the kind that its content shows, and is read as an import", async () => {
    expect((await browser.put("/import/files/Mail/All%20mail.mbox", mbox)).status).toBe(201);
    expect(readFileSync(join(tray(), "Mail/All mail.mbox"))).toEqual(mbox);
    const page = await (await browser.get("/import")).text();
    expect(page).toContain("Mail/All mail.mbox");
    expect(page).toContain("Mailbox");
    const begun = await browser.post("/import/begin", {});
    expect(begun.headers.get("location")).toBe("/start");
    expect(office.nudges.map(({ job }) => job)).toContain("import_archive");
    const row = await office.db.selectFrom("import").selectAll().executeTakeFirstOrThrow();
    expect([row.name, row.kept_by_us, row.state]).toEqual(["Mail/All mail.mbox", true, "waiting"]);
    expect(readdirSync(row.path)).toEqual(["Mail"]);
    expect(await (await browser.get(`/imports/${row.import_id}`)).text()).toContain("Waiting to be read");
  });

  test("pieces make a file; it goes on where it broke off, and a piece at the wrong place is told where to go on", async () => {
    const [one, two] = [mbox.subarray(0, 50), mbox.subarray(50)];
    const path = `/import/files/part.mbox?print=${print}`;
    const piece = (bytes: Buffer, from: number) =>
      browser.put(path, new Uint8Array(bytes), {
        "content-range": rangeOf(from, bytes, mbox.length),
        "content-digest": digestOf(bytes),
      });
    const offset = async () =>
      (await browser.send("HEAD", `${path}&bytes=${mbox.length}`, undefined, {})).headers.get("upload-offset");

    expect(await offset()).toBe("0");
    const first = await piece(one, 0);
    expect([first.status, first.headers.get("upload-offset")]).toEqual([202, "50"]);
    expect(await offset()).toBe("50");
    const wrong = await piece(two, 70);
    expect([wrong.status, wrong.headers.get("upload-offset")]).toEqual([400, null]);
    const early = await piece(one, 0);
    expect([early.status, early.headers.get("upload-offset")]).toEqual([409, "50"]);
    expect((await piece(two, 50)).status).toBe(201);
    expect(await offset()).toBe(String(mbox.length));
    expect(readFileSync(join(tray(), "part.mbox"))).toEqual(mbox);
  });

  test("a damaged piece is not kept", async () => {
    const path = `/import/files/damaged.mbox?print=${"cd".repeat(32)}`;
    const one = new Uint8Array(mbox.subarray(0, 60));
    const answer = await browser.put(path, one, {
      "content-range": rangeOf(0, one, mbox.length),
      "content-digest": digestOf(mbox),
    });
    expect([answer.status, answer.headers.get("upload-offset")]).toEqual([409, "0"]);
    const again = await browser.put(path, one, {
      "content-range": rangeOf(0, one, mbox.length),
      "content-digest": digestOf(one),
    });
    expect(again.headers.get("upload-offset")).toBe("60");
  });

  test("an upload that broke off in the middle of a piece keeps what came, and goes on after it", async () => {
    const path = `/import/files/broken.mbox?print=${"ef".repeat(32)}`;
    const breaking = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(mbox.subarray(0, 40)));
        controller.error(new Error("the line broke"));
      },
    });
    const headers = {
      "x-form-token": browser.token,
      "content-length": String(mbox.length),
      "content-range": rangeOf(0, mbox, mbox.length),
    };
    expect((await browser.send("PUT", path, breaking, headers)).status).toBe(400);
    expect(office.errors).toEqual([]);
    const look = await browser.send("HEAD", `${path}&bytes=${mbox.length}`, undefined, {});
    const offset = Number(look.headers.get("upload-offset"));
    expect(offset).toBeLessThanOrEqual(40);
    const rest = new Uint8Array(mbox.subarray(offset));
    const answer = await browser.put(path, rest, { "content-range": rangeOf(offset, rest, mbox.length) });
    expect(answer.status).toBe(201);
    expect(readFileSync(join(tray(), "broken.mbox"))).toEqual(mbox);
  });

  test("more than was announced is refused and not kept", async () => {
    const answer = await browser.put("/import/files/long.mbox", new Uint8Array(mbox), { "content-length": "10" });
    expect(answer.status).toBe(400);
    expect(readdirSync(tray())).not.toContain("long.mbox");
  });

  test("without the token nothing is written", async () => {
    const answer = await browser.put("/import/files/foreign.mbox", new Uint8Array(mbox), { "x-form-token": "no" });
    expect(answer.status).toBe(403);
    expect(readdirSync(tray())).not.toContain("foreign.mbox");
  });

  test("without a script: several files in one form, the token first", async () => {
    const form = new FormData();
    form.append("form_token", browser.token);
    form.append("files", new File([mbox], "plain.mbox"));
    form.append("files", new File(["BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"], "calendar.ics"));
    const answer = await browser.send("POST", "/import/files", form, {});
    expect(answer.headers.get("location")).toBe("/import");
    expect(readFileSync(join(tray(), "plain.mbox"))).toEqual(mbox);
    expect(await (await browser.get("/import/tray")).text()).toContain("Calendar");
  });

  test("a form whose token comes late or is wrong writes nothing", async () => {
    const late = new FormData();
    late.append("files", new File([mbox], "late.mbox"));
    late.append("form_token", browser.token);
    expect((await browser.send("POST", "/import/files", late, {})).status).toBe(403);
    const wrong = new FormData();
    wrong.append("form_token", "no");
    wrong.append("files", new File([mbox], "wrong.mbox"));
    expect((await browser.send("POST", "/import/files", wrong, {})).status).toBe(403);
    expect(readdirSync(tray())).not.toEqual(expect.arrayContaining(["late.mbox"]));
    expect(readdirSync(tray())).not.toEqual(expect.arrayContaining(["wrong.mbox"]));
  });

  test("files are taken out one by one, or all", async () => {
    await browser.post("/import/take-out", { name: "plain.mbox" });
    expect(readdirSync(tray())).not.toContain("plain.mbox");
    await browser.post("/import/take-out", { name: "../../../../etc/passwd" });
    await browser.post("/import/empty", {});
    expect(await (await browser.get("/import/tray")).text()).not.toContain("calendar.ics");
    expect((await browser.post("/import/begin", {})).status).toBe(400);
  });
});

describe("limits", () => {
  test("the quota counts everything that lies in the inbox", async () => {
    const office = await openOffice({ uploadQuotaBytes: 300 });
    const browser = await office.browser();
    expect((await browser.put("/import/files/a.mbox", new Uint8Array(mbox))).status).toBe(201);
    const second = await browser.put("/import/files/b.mbox", new Uint8Array(mbox));
    expect(second.status).toBe(507);
    expect(await second.text()).toContain("300 bytes");
  });

  test("the disk is never filled", async () => {
    const office = await openOffice({ freeDiskMinBytes: Number.MAX_SAFE_INTEGER });
    const browser = await office.browser();
    const answer = await browser.put("/import/files/a.mbox", new Uint8Array(mbox));
    expect([answer.status, await answer.text()]).toEqual([
      507,
      "There is too little free space left on the disk for this file.",
    ]);
  });
});

describe("names of uploaded files", () => {
  test.each`
    given                     | name
    ${"All mail.mbox"}        | ${"All mail.mbox"}
    ${"Mail/Inbox/cur/1:2,S"} | ${"Mail/Inbox/cur/1:2,S"}
    ${"C:\\mail\\box.mbox"}   | ${"C:/mail/box.mbox"}
    ${"/etc/passwd"}          | ${"etc/passwd"}
    ${"../up.mbox"}           | ${undefined}
    ${"a/../../up.mbox"}      | ${undefined}
    ${".ssh/authorized_keys"} | ${undefined}
    ${"a\u0000b"}             | ${undefined}
    ${"a\nb"}                 | ${undefined}
    ${""}                     | ${undefined}
    ${"/"}                    | ${undefined}
    ${"é".repeat(128)}        | ${undefined}
    ${"a/".repeat(21)}        | ${undefined}
  `("$given is $name", ({ given, name }) => {
    expect(trayName(given)).toBe(name);
  });
});
