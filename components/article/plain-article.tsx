type Props = { text: string; language: string };

/** The article before its editor stands, on the server too: the same text in the same place, so that nothing shifts. */
export function PlainArticle({ text, language }: Props) {
  let offset = 0;
  const blocks = text.split('\n').map((words) => {
    const block = { offset, words };
    offset += words.length + 1;
    return block;
  });
  return (
    <div className="article-text" lang={language}>
      {blocks.map(({ offset: key, words }) => (
        <p key={key} dir="auto">
          {words === '' ? <br /> : words}
        </p>
      ))}
    </div>
  );
}
