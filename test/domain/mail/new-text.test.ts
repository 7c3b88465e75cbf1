/** M5: only what the writer wrote, in the languages and shapes of mail programs (own probes). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newTextOf } from "../../../src/domain/mail/new-text.ts";
import { threads } from "../../fixtures/mail/threads.ts";

const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();

test.each(threads)("$says", ({ body, above }) => {
  expect(squeeze(newTextOf(body).newText.text)).toBe(squeeze(above));
});

test.each(threads.filter(({ above, body }) => squeeze(above) !== squeeze(body)))(
  "with CRLF and a reason: $says",
  ({ body, above }) => {
    const trimmed = newTextOf(body.replaceAll("\n", "\r\n"));
    expect(squeeze(trimmed.newText.text)).toBe(squeeze(above));
    expect(trimmed.because.length).toBeGreaterThan(0);
  },
);

const html = (body: string) =>
  newTextOf({
    html: `<html><head><style>p{}</style></head><body>${body}</body></html>`,
    calendars: [],
    cards: [],
    attachments: [],
  });
describe("HTML mail", () => {
  test.each([
    [
      "Gmail",
      '<div dir="ltr">Tuesday is fine.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, Nov 16, 2026 at 9:00 AM Nora wrote:<br></div><blockquote class="gmail_quote" style="border-left:1px">Shall we meet?</blockquote></div>',
    ],
    [
      "Outlook on the web",
      '<div>Tuesday is fine.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Nora<br><b>Sent:</b> Monday</div><div>Shall we meet?</div>',
    ],
    [
      "Outlook",
      '<p>Tuesday is fine.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm"><p><b>From:</b> Nora</p></div><p>Shall we meet?</p>',
    ],
    [
      "Thunderbird",
      'Tuesday is fine.<div class="moz-cite-prefix">On 16/11/2026 09:00, Nora wrote:</div><blockquote type="cite">Shall we meet?</blockquote>',
    ],
    [
      "Apple",
      '<div>Tuesday is fine.</div><blockquote type="cite">On 16 Nov 2026, Nora wrote:<br>Shall we meet?</blockquote>',
    ],
    ["a signature", 'Tuesday is fine.<div class="gmail_signature">Tom Lind<br>Northquay</div>'],
    ["what nobody sees", 'Tuesday is fine.<div style="display:none">Shall we meet?</div><script>alert("no")</script>'],
  ])("%s", (_, body) => {
    expect(squeeze(html(body).newText.text)).toBe("Tuesday is fine.");
  });
});

test("the sign-off stands in the new text and is set apart as the closing", () => {
  const trimmed = newTextOf("Tuesday is fine.\n\nBest regards,\nTom Lind\nNorthquay\n+44 20 7946 0000\n");
  expect(trimmed.newText.text).toContain("Best regards");
  expect(trimmed.closing.text).toBe("Best regards,\nTom Lind\nNorthquay\n+44 20 7946 0000");
});

test("a quote announced above everything without marks leaves it open whose words follow", () => {
  const trimmed = newTextOf(
    "On 16 Nov 2026, at 09:00, Nora Vale <nora@valeworks.example> wrote:\n\nTuesday at 10 works.\n",
  );
  expect(trimmed.confidence).toBeLessThan(0.5);
});

test("parts do not overlap, and their offsets give their text", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "> quoted",
      "Yes.",
      "",
      "-- ",
      "Tom",
      "On 16/11/2026 09:00, Nora Vale wrote:",
      "From: Nora <n@v.example>",
      "Sent: Monday",
      "Sent from my iPhone",
      "________________",
    ),
    fc.string({ maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom("\n", "\r\n", "\r"), (lines, end) => {
      const { source, newText, quoted, signature, closing } = newTextOf(lines.join(end));
      const spans = [...newText.spans, ...quoted.spans, ...signature.spans].toSorted(
        (one, other) => one.from - other.from,
      );
      for (const [at, span] of spans.entries()) expect(span.from).toBeGreaterThanOrEqual(spans[at - 1]?.to ?? 0);
      for (const part of [newText, quoted, signature, closing]) {
        expect(part.spans.map(({ from, to }) => source.slice(from, to)).join("\n\n")).toBe(part.text);
      }
    }),
  );
});
