/** The first stop of the Tab key: past the bar, to the page's `<main id="main">`. */
export const SkipLink = ({ to = 'main', children = 'Skip to the page' }: { to?: string; children?: string }) => (
  <a
    href={`#${to}`}
    className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2 focus:shadow-float"
  >
    {children}
  </a>
);
