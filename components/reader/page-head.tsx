/** What the head of a public page says to machines. Addresses are absolute. */
export type PageHead = {
  /** where the page is served: what its canonical address begins with */
  origin: string;
  /** JSON-LD that is ready to stand in a script element: without any `<` */
  data?: string;
  /** other forms of the same, and feeds */
  alternates?: { type: string; href: string; title: string }[];
  /** what a link to the page is shown as elsewhere */
  preview?: { url: string; title: string; description: string; image?: { url: string; alt: string } };
};

const Preview = ({ url, title, description, image }: NonNullable<PageHead['preview']>) => (
  <>
    <meta property="og:type" content="article" />
    <meta property="og:url" content={url} />
    <meta property="og:title" content={title} />
    <meta property="og:description" content={description} />
    {image && (
      <>
        <meta property="og:image" content={image.url} />
        <meta property="og:image:width" content="1200" />
        <meta property="og:image:height" content="630" />
        <meta property="og:image:alt" content={image.alt} />
        <meta name="twitter:card" content="summary_large_image" />
      </>
    )}
  </>
);

/** The one script element that a public page may hold is data, which no browser runs. */
export const HeadLinks = ({ data, alternates = [], preview }: Omit<PageHead, 'origin'>) => (
  <>
    {alternates.map(({ type, href, title }) => (
      <link key={href} rel="alternate" type={type} href={href} title={title} />
    ))}
    {preview && <Preview {...preview} />}
    {data && (
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of which nothing can end the element
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: data }} />
    )}
  </>
);
