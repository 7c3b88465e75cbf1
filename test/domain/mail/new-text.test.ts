/** M5: only what the writer wrote, in the languages and shapes of mail programs (own probes). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newTextOf } from "../../../src/domain/mail/new-text.ts";
import { clientThreads } from "../../fixtures/mail/clients.ts";
import { listThreads } from "../../fixtures/mail/lists.ts";
import { threads } from "../../fixtures/mail/threads.ts";

const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();

const all = [...threads, ...clientThreads, ...listThreads];

test.each(all)("$says", ({ body, above }) => {
  expect(squeeze(newTextOf(body).newText.text)).toBe(squeeze(above));
});

test.each(all.filter(({ above, body }) => squeeze(above) !== squeeze(body)))(
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
    [
      "a forward by Gmail",
      '<div dir="ltr">Tuesday is fine.<br><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <strong class="gmail_sendername" dir="auto">Nora Vale</strong> <span dir="auto">&lt;<a href="mailto:nora@valeworks.example">nora@valeworks.example</a>&gt;</span><br>Date: Mon, Nov 16, 2026 at 9:00 AM<br>Subject: A short talk<br>To: Ines<br></div><br><br><div>Shall we meet?</div><div>Nora</div></div></div>',
    ],
    [
      "a forward by Gmail in Italian",
      '<div dir="auto">Tuesday is fine.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Messaggio inoltrato ---------<br>Da: <b>Nora</b><br>Date: lun 16 nov 2026<br></div><p>Shall we meet?</p></div>',
    ],
    [
      "a forward by Thunderbird",
      'Tuesday is fine.<br><div class="moz-forward-container"><br>-------- Forwarded Message --------<table class="moz-email-headers-table"><tr><th>Subject: </th><td>A short talk</td></tr></table><p>Shall we meet?</p></div>',
    ],
    [
      "a forward by Apple",
      '<div>Tuesday is fine.<br><div><br><blockquote type="cite"><div>Begin forwarded message:</div><div><b>From: </b>Nora</div></blockquote></div></div>',
    ],
    [
      "Yahoo",
      '<div class="ydp1a2b3cyahoo-style-wrap"><div>Tuesday is fine.</div></div><div id="ydp77yahoo_quoted_4567" class="ydp77yahoo_quoted"><div>On Monday, November 16, 2026 at 09:00 AM, Nora wrote:</div><div>Shall we meet?</div></div>',
    ],
    [
      "Proton",
      '<div>Tuesday is fine.</div><div class="protonmail_signature_block">Sent with Proton Mail</div><div class="protonmail_quote">On Monday, Nora wrote:<br><blockquote class="protonmail_quote" type="cite">Shall we meet?</blockquote></div>',
    ],
    [
      "Samsung",
      '<div dir="auto">Tuesday is fine.</div><div><br></div><div id="composer_signature"><div>Sent from my Galaxy</div></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>-------- Original message --------</div><div>From: Nora &lt;nora@valeworks.example&gt; </div><div>Date: 16/11/2026 09:00 (GMT+01:00) </div><div>Subject: A short talk </div></div><div>Shall we meet?</div>',
    ],
    [
      "Zimbra",
      '<div style="font-family:arial"><div>Tuesday is fine.</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>From: </b>Nora<br><b>Subject: </b>A short talk<br></div><div data-marker="__QUOTED_TEXT__">Shall we meet?</div></div>',
    ],
    [
      "Zoho",
      '<div>Tuesday is fine.<br></div><div class="zmail_extra_hr"></div><div class="zmail_extra" data-zbluepencil-ignore="true"><div>---- On Mon, 16 Nov 2026 09:00:00 +0100 <b>Nora</b> wrote ---</div><blockquote id="blockquote_zmail">Shall we meet?</blockquote></div>',
    ],
    [
      "Spark",
      '<div name="messageBodySection"><div dir="auto">Tuesday is fine.</div></div><div name="messageSignatureSection">Tom Lind</div><div name="messageReplySection">On 16 Nov 2026 at 9:00 AM, Nora wrote:<br/><blockquote type="cite">Shall we meet?</blockquote></div>',
    ],
    [
      "GMX",
      '<div>Tuesday is fine.</div><div name="quote" style="margin:10px 5px;border-left: 2px solid #C3D9E5;"><div><b>Gesendet:</b> Montag<br/><b>Von:</b> Nora</div><div name="quoted-content">Shall we meet?</div></div>',
    ],
    [
      "Notes",
      '<p>Tuesday is fine.<br><br></p><img src="cid:1" alt="Inactive hide details for Nora Vale ---16/11/2026 09:00:12---Hello Tom"><p>Nora Vale ---16/11/2026 09:00:12---Hello Tom, shall we</p><p>From: Nora Vale/Valeworks<br>To: Tom Lind<br>Date: 16/11/2026 09:00<br>Subject: A short talk</p><hr><p>Shall we meet?</p>',
    ],
    [
      "Notes in a table",
      '<font face="sans-serif">Tuesday is fine.</font><br><br><br><table width="100%"><tr><td><font><b>Nora Vale &lt;nora@valeworks.example&gt;</b></font><p>16/11/2026 09:00</td><td><table><tr><td><font>To</font></td><td>Tom Lind</td></tr><tr><td>cc</td><td></td></tr><tr><td>Subject</td><td>A short talk</td></tr></table></td></tr></table><br><tt>Shall we meet?</tt>',
    ],
    [
      "GroupWise",
      "<div>Tuesday is fine.</div><br>&gt;&gt;&gt; Nora Vale &lt;nora@valeworks.example&gt; 16/11/2026 09:00 &gt;&gt;&gt;<br><table><tr><td>Shall we meet?</td></tr></table>",
    ],
    [
      "Outlook for Mac",
      '<p class="MsoNormal">Tuesday is fine.</p><div id="mail-editor-reference-message-container"><div><div style="border:none;border-top:solid #B5C4DF 1.0pt"><p><b>From: </b>Nora</p></div><p>Shall we meet?</p></div></div>',
    ],
    ["a signature", 'Tuesday is fine.<div class="gmail_signature">Tom Lind<br>Northquay</div>'],
    ["what nobody sees", 'Tuesday is fine.<div style="display:none">Shall we meet?</div><script>alert("no")</script>'],
  ])("%s", (_, body) => {
    expect(squeeze(html(body).newText.text)).toBe("Tuesday is fine.");
  });

  test("answers between the quotes of a Gmail reply are kept", () => {
    const { newText } = html(
      '<div class="gmail_quote"><div class="gmail_attr">On Mon, Nora wrote:</div><blockquote class="gmail_quote">Does Tuesday suit?</blockquote><div>Yes.</div><blockquote class="gmail_quote">---------- Forwarded message ---------<br>And where?</blockquote><div>At yours.</div></div>',
    );
    expect(squeeze(newText.text)).toBe("Yes. At yours.");
  });
});

test("the sign-off stands in the new text and is set apart as the closing", () => {
  const trimmed = newTextOf("Tuesday is fine.\n\nBest regards,\nTom Lind\nNorthquay\n+44 20 7946 0000\n");
  expect(trimmed.newText.text).toContain("Best regards");
  expect(trimmed.closing.text).toBe("Best regards,\nTom Lind");
  expect(trimmed.signature.text).toBe("Northquay\n+44 20 7946 0000");
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
