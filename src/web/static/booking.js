// The visitor's own clock, where the page goes by another and nobody chose one.
const { zone } = document.documentElement.dataset;
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone !== undefined && own && own !== zone) {
  const here = new URL(location.href);
  here.searchParams.set("zone", own);
  location.replace(here);
}
