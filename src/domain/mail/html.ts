/** HTML mail as text, in the only file that knows an HTML parser: what people would see, with quoted parts marked. */
import { Parser } from "htmlparser2";
import { isSeparator } from "./quote-headers.ts";

export type HtmlText = {
  text: string;
  /** Stretches of the text that mail programs mark as quoted history. */
  quoted: readonly { from: number; to: number }[];
  /** Stretches that they mark as the signature. */
  signatures: readonly { from: number; to: number }[];
};

/** Markup beyond this is not read. */
const htmlMax = 2_000_000;
/** Text beyond this is not kept: people write less. */
const textMax = 200_000;
const pieceLength = 4_096;
/** Beyond this depth nothing more is read: the parser's own work grows with it. */
const bombDepth = 2_000;
/** Deeper elements are read without looking at what they are: no letter is nested like this. */
const depthMax = 400;

type Role = "quoted" | "quoted_from_here" | "quote_header" | "signature";

/** Reads forwards once: time and memory stay within the length of the markup. Never throws. */
export function htmlToText(html: string): HtmlText {
  const reader = new Reader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: (name) => reader.close(name),
      ontext: (text) => reader.write(text),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  const source = html.length > htmlMax ? html.slice(0, htmlMax) : html;
  // In pieces, so that a bomb is left as soon as it shows: enough text, or elements in elements without end.
  for (let at = 0; at < source.length && !reader.isFull; at += pieceLength)
    parser.write(source.slice(at, at + pieceLength));
  parser.end();
  return reader.end();
}

type Open = { name: string; role: Role | undefined; from: number; hidden: boolean };

class Reader {
  private text = "";
  private readonly open_: Open[] = [];
  private depth = 0;
  private hidden = 0;
  private quotedFrom: number | undefined;
  private readonly quoted: { from: number; to: number }[] = [];
  private readonly signatures: { from: number; to: number }[] = [];

  get isFull(): boolean {
    return this.text.length >= textMax || this.depth > bombDepth;
  }

  open(name: string, attributes: Record<string, string>): void {
    this.depth += 1;
    if (this.depth > depthMax) return;
    const role = roleOf(name, attributes);
    const hidden = unseenElements.has(name) || isHidden(attributes);
    if (hidden) this.hidden += 1;
    if (blocks.has(name) || name === "br") this.breakLine(name === "br" || !this.text.endsWith("\n"));
    if (name === "td" || name === "th") this.write(" ");
    if (name === "li") this.write("- ");
    if (paragraphs.has(name)) this.breakParagraph();
    if (role === "quoted_from_here") this.quotedFrom ??= this.text.length;
    if (name === "hr") this.write("________________________________\n");
    this.open_.push({ name, role, from: this.text.length, hidden });
  }

  close(name: string): void {
    this.depth -= 1;
    if (this.depth >= depthMax) return;
    const element = this.open_.pop();
    if (element === undefined) return;
    if (element.hidden) this.hidden -= 1;
    if (blocks.has(name)) this.breakLine(!this.text.endsWith("\n"));
    if (paragraphs.has(name)) this.breakParagraph();
    const span = { from: element.from, to: this.text.length };
    if (span.to === span.from) return;
    if (element.role === "quoted") this.quoted.push(span);
    if (element.role === "quote_header") this.quoteHeader(span);
    if (element.role === "signature") this.signatures.push(span);
  }

  write(text: string): void {
    if (this.hidden > 0 || this.text.length >= textMax) return;
    const inPre = this.open_.some(({ name }) => name === "pre");
    const shown = inPre ? text : text.replace(/[ \t\r\n\f]+/g, " ");
    const isAtStart = this.text === "" || /[\s]$/.test(this.text.slice(-1));
    this.text += (!inPre && isAtStart ? shown.replace(/^ /, "") : shown).slice(0, textMax - this.text.length);
  }

  end(): HtmlText {
    const { text } = this;
    const quoted =
      this.quotedFrom === undefined ? this.quoted : [...this.quoted, { from: this.quotedFrom, to: text.length }];
    return { text, quoted, signatures: this.signatures };
  }

  /** What Gmail writes above a quote. Above a forward it is all that tells where the forwarded letter begins. */
  private quoteHeader(span: { from: number; to: number }): void {
    this.quoted.push(span);
    const isInQuote = this.open_.some(({ role }) => role === "quoted");
    const [opening = ""] = this.text
      .slice(span.from, span.from + 300)
      .trim()
      .split("\n");
    if (!isInQuote && isSeparator(opening)) this.quotedFrom ??= span.from;
  }

  private breakLine(isNeeded: boolean): void {
    if (isNeeded && this.hidden === 0 && this.text !== "" && !this.isFull) this.text += "\n";
  }

  private breakParagraph(): void {
    if (this.hidden === 0 && this.text !== "" && !this.text.endsWith("\n\n") && !this.isFull) this.text += "\n";
  }
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const blocks = set(
  "address article aside blockquote center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody thead tr ul body",
);
const paragraphs = set("p blockquote h1 h2 h3 ul ol table");
const unseenElements = set("style script head title template noscript svg math object iframe select textarea");

const isHidden = ({ style = "", hidden }: Record<string, string>): boolean =>
  hidden !== undefined ||
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)/i.test(
    style.slice(0, 500),
  );

/** Containers that hold the quote and end with it. */
const quoteClasses =
  /(?:^|\s)(?:\w*yahoo_quoted\w*|moz-cite-prefix|moz-forward-container|protonmail_quote|tutanota_quote|zmail_extra|zmail_quote|front-blockquote|airmail_quote|mail_quote|OutlookMessageHeader|freebirdFormviewerViewItemsItem|gmx_quote|wmQuote|ymail_android_signature_quote|iosmail_quote|ecxgmail_quote|bloop_original_html|cloze_quote|acompli_quote)(?:\s|$)/;
const quoteHeaderClasses = /(?:^|\s)(?:x_)?gmail_attr(?:\s|$)/;
/** The same in attributes of other names: Spark's and GMX's sections, Zimbra's markers. */
const quoteNames = /^(?:messageReplySection|quote|__HEADERS__|__QUOTED_TEXT__)$/;
/** Marks behind which everything is the quoted history. */
const quoteFromHere =
  /^(?:x_)?(?:divRplyFwdMsg|appendonsend|stopSpelling|mail-editor-reference-message-container|reply-intro|OLK_SRC_BODY_SECTION|ms-outlook-mobile-body-separator-line|isForwardContent|isReplyContent|replySplit|oriMsgHtmlSeperator|ymail_android_quote)$/i;
const signatureMarks =
  /(?:^|\s)(?:x_)?(?:gmail_signature|moz-signature|AppleMailSignature|Signature|ms-outlook-mobile-signature|yahoo-signature|ydp\w*signature|protonmail_signature_block|tutanota-signature|iOSSignature|composer_signature)(?:\s|$)/i;

function roleOf(
  name: string,
  {
    id = "",
    class: classes = "",
    style = "",
    type = "",
    name: title = "",
    "data-marker": marker = "",
  }: Record<string, string>,
): Role | undefined {
  if (quoteFromHere.test(id)) return "quoted_from_here";
  if (
    name === "blockquote" &&
    (type === "cite" || /gmail_quote|border-left|cite|quote/i.test(`${classes} ${style}`) || style === "")
  )
    return "quoted";
  if (quoteClasses.test(classes) || quoteClasses.test(id) || quoteNames.test(title) || quoteNames.test(marker))
    return "quoted";
  if (quoteHeaderClasses.test(classes)) return "quote_header";
  // Outlook's own window draws this line above the header block of what is answered.
  if (/border:\s*none;\s*border-top:\s*solid #(?:E1E1E1|B5C4DF) 1\.0pt/i.test(style.slice(0, 300)))
    return "quoted_from_here";
  return signatureMarks.test(classes) || signatureMarks.test(id) || title === "messageSignatureSection"
    ? "signature"
    : undefined;
}
