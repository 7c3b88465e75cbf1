/** How the budget of requests to a provider is shared out. */

/** Of every budget and rate, what background work leaves to whoever waits before a page. */
const interactiveShare = 0.25;
export const backgroundShare = 1 - interactiveShare;
