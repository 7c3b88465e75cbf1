/** Providers as people call them. */
export const providerNames = { google: "Google", microsoft: "Outlook" } as const;
