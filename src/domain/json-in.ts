/** What a text from outside says as JSON; undefined for what is none: a page of a proxy, half an answer. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A SyntaxError is how the parser says that it is no JSON.
    return undefined;
  }
}
