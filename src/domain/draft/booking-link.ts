/** The line of a letter that carries the public link of its offer, as it stands in the text. */

const atLinesEnd = /https:\/\/\S+\/b\/[\w-]{22}$/m;

/** Each offer has a link of its own: the line changes with the times. */
export const isBookingLink = (line: string): boolean => atLinesEnd.test(line);

/** The one that a letter carries; undefined when it has none. */
export const bookingLinkIn = (body: string): string | undefined => atLinesEnd.exec(body)?.[0];

/** Whether a letter carries one that does not begin with this; undefined while no link can be opened from outside. */
export const carriesDeadLink = (body: string, base: string | undefined): boolean =>
  atLinesEnd.test(body) && (base === undefined || !body.includes(`${base}/b/`));
