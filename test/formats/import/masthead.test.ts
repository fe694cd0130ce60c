import { describe, expect, it } from 'vitest';
import { textOfDoc } from '@/domain/doc';
import type { ImportedArticle } from '@/formats/import';
import { above, BODY, below, imported } from './imported';

describe('an article as a newspaper’s page gives it', () => {
  const page = imported(
    [
      '- The Example Times - Friday, October 25, 2024',
      ...BODY,
      '• Jane Doe can be reached at jdoe@example.com.',
      'Copyright © 2024 The Example Times, LLC. Click here for reprint permission.',
      'Please read our comment policy before commenting.',
    ].join('\n\n'),
  );

  it('tells publication, date and contact', () => {
    expect(page).toMatchObject({
      publication: 'The Example Times',
      publishedOn: '2024-10-25',
      byline: null,
      contact: { name: 'Jane Doe', email: 'jdoe@example.com' },
      language: 'en',
    });
  });

  it('keeps the paragraphs as they were, quotation marks and all', () => {
    expect(page.text.split('\n')).toEqual(BODY);
    expect(textOfDoc(page.doc)).toBe(BODY.join('\n'));
  });

  it('sets the rest aside, in its place and with a reason', () => {
    expect(page.setAside.map(({ line, role }) => [line, role])).toEqual([
      [0, 'publication'],
      [4, 'contact'],
      [5, 'copyright'],
      [6, 'comment-policy'],
    ]);
    expect(page.lines).toHaveLength(7);
    expect(page.setAside.every(({ reason }) => reason.endsWith('.'))).toBe(true);
  });

  it('suggests its first sentence for a title', () => {
    expect(page.title).toBe(
      'The council of Harbour City voted 7–2 on Thursday to raise the sea wall by 40 centimetres, officials said',
    );
  });
});

describe('lines above an article', () => {
  it.each<[string, string[], Partial<ImportedArticle>]>([
    ['a title', ['Council votes to raise sea wall'], { title: 'Council votes to raise sea wall' }],
    ['a title that asks', ['Will the wall hold?'], { title: 'Will the wall hold?' }],
    ['a marked title', ['# Council votes'], { title: 'Council votes' }],
    [
      'title, byline, date',
      ['Sea wall to rise', 'By Jane Doe', 'Oct. 25, 2024, 5:30 p.m. ET'],
      { title: 'Sea wall to rise', byline: 'Jane Doe', publishedOn: '2024-10-25' },
    ],
    [
      'publication, title, two authors, British date',
      ['The Example Herald', 'Sea wall to rise', 'By Jane Doe and John Roe', 'Fri 25 Oct 2024 06.00 BST'],
      {
        title: 'Sea wall to rise',
        publication: 'The Example Herald',
        byline: 'Jane Doe and John Roe',
        publishedOn: '2024-10-25',
      },
    ],
    [
      'one line for all, after a standfirst',
      ['Sea wall to rise', 'Residents had asked for it for years', 'By Jane Doe | The Example Post | 25 October 2024'],
      { byline: 'Jane Doe', publication: 'The Example Post', publishedOn: '2024-10-25' },
    ],
    [
      'an author with job and paper',
      ['By Jane Doe, Staff Writer, The Example Tribune', 'Published: 2024-10-25T14:00:00Z'],
      { byline: 'Jane Doe', publication: 'The Example Tribune', publishedOn: '2024-10-25' },
    ],
    [
      'an author by job',
      ['Jane Doe, Staff Writer', 'Updated 14:05 GMT, 25 October 2024'],
      { byline: 'Jane Doe', publishedOn: '2024-10-25' },
    ],
    [
      'an agency',
      ['By The Associated Press', 'July 4th, 2023'],
      { byline: 'The Associated Press', publishedOn: '2023-07-04' },
    ],
    ['capitals', ['BY JANE DOE', 'FRIDAY, OCTOBER 25, 2024'], { byline: 'JANE DOE', publishedOn: '2024-10-25' }],
    [
      'a web address for a paper',
      ['example.com | Sept. 3, 2023'],
      { publication: 'example.com', publishedOn: '2023-09-03' },
    ],
    [
      'labels',
      ['Title: Sea wall to rise', 'Source: Example Weekly', 'Author: Jane Doe', 'Date: 25/10/2024'],
      {
        title: 'Sea wall to rise',
        publication: 'Example Weekly',
        byline: 'Jane Doe',
        publishedOn: '2024-10-25',
      },
    ],
    [
      'an author with address',
      ['By Jane Doe jane@example.com', '3 min read'],
      {
        byline: 'Jane Doe',
        contact: { name: 'Jane Doe', email: 'jane@example.com' },
      },
    ],
    ['a date that could be two', ['By Jane Doe', '04/05/2024'], { byline: 'Jane Doe', publishedOn: null }],
    ['a name beyond ASCII', ['Par-delà', 'By Łucja Ångström-O’Neill'], { byline: 'Łucja Ångström-O’Neill' }],
  ])('are read: %s', (_, lines, expected) => {
    const article = above(...lines);
    expect(article).toMatchObject(expected);
    expect(article.text).toMatch(new RegExp(`(^|\n)${BODY[0]}`));
  });

  it.each([
    'HARBOUR CITY (AP) — The council voted on Thursday.',
    'By Friday, the river had fallen by a metre.',
    'By Friday the river had fallen.',
    'On Friday, October 25, 2024, the council met.',
    'October 25, 2024 was the wettest day on record.',
    'Copyright law was rewritten on Friday.',
    'Source: the council’s own figures, which nobody checked.',
    '“The Example Times got it wrong,” she said.',
  ])('that are article stay article: %s', (line) => {
    expect(above(line).text.split('\n')).toEqual([line, ...BODY]);
  });

  it('take the first date and leave the second', () => {
    expect(above('Published Oct. 25, 2024 | Updated Oct. 26, 2024').publishedOn).toBe('2024-10-25');
  });
});

describe('lines around an article', () => {
  it.each([
    ['copyright', '© 2024 Example Media'],
    ['copyright', 'Copyright 2024 The Example Times. All rights reserved.'],
    ['copyright', 'All rights reserved. This material may not be published.'],
    ['copyright', '(c) 2024 Example Press'],
    ['reprint', 'This material may not be published, broadcast, rewritten or redistributed without permission.'],
    ['reprint', 'Click here for reprint permission.'],
    ['reprint', 'Reprints and permissions'],
    ['comment-policy', 'View comments (12)'],
    ['comment-policy', 'Comments are closed.'],
    ['comment-policy', 'Join the conversation'],
    ['other', 'ADVERTISEMENT'],
    ['other', 'Story continues below advertisement'],
    ['other', 'Read more: Ten sea walls that failed'],
    ['other', 'Read more about the harbour'],
    ['other', 'Related stories'],
    ['other', 'Sign up for our morning newsletter'],
    ['other', 'Get the day’s news in your inbox.'],
    ['other', 'Share this article'],
    ['other', 'Follow us on Facebook'],
    ['other', 'Have a tip? Write to tips@example.com'],
    ['other', 'Tags: floods, Harbour City'],
    ['other', '* * *'],
    ['other', 'This story was originally published on October 25, 2024.'],
    ['contact', 'Email the author: jane@example.com'],
    ['contact', '• Contact Jane Doe at jane@example.com or follow her on X.'],
    ['contact', 'Jane Doe covers city hall. Reach her at jane.doe@news.example.co.uk.'],
    ['contact', 'Follow Jane Doe on Twitter @janedoe'],
    ['contact', 'jane@example.com'],
  ])('are set aside as %s: %s', (role, line) => {
    const article = below(line);
    expect(article.setAside.map((set) => [set.role, set.text])).toEqual([[role, line]]);
    expect(article.text.split('\n')).toEqual(BODY);
  });

  it.each([
    'Copyright 1923 works enter the public domain on Monday.',
    'Copyright Office Opens Inquiry Into Sea Songs.',
    'Copyright was at the heart of the dispute, the judge said.',
    'Residents can contact the council at floods@example.gov.',
    '“Jane Doe can be reached at jane@example.com,” the notice said.',
    'Comments by the mayor were not recorded.',
    'Read more than one book a week, the library says.',
    'Advertisement spending fell by a third.',
    'Share prices fell by 3 percent.',
    'The report may not be published without the minister’s consent.',
    'Subscribe to that view and you will be alone, he said.',
    'Get out now, the fire service told 300 people.',
    'Print is dead, the editor said.',
  ])('that are article stay article: %s', (line) => {
    expect(below(line).text.split('\n')).toEqual([...BODY, line]);
  });

  it('name the author when nothing else does', () => {
    expect(
      imported([...BODY, 'By-lines are for others', 'Email the author: jane@example.com'].join('\n\n')).contact,
    ).toEqual({
      name: 'jane@example.com',
      email: 'jane@example.com',
    });
    const signed = imported(['By Jane Doe', ...BODY, 'Email the author: jane@example.com'].join('\n\n'));
    expect(signed.contact).toEqual({ name: 'Jane Doe', email: 'jane@example.com' });
  });

  it('name the publication in their copyright notice, unless it stands above', () => {
    expect(below('Copyright © 2020–2024 by Example Media Group, Inc.').publication).toBe('Example Media Group');
    const both = imported(['The Example Times | May 3, 2024', ...BODY, '© 2024 Example Holdings'].join('\n\n'));
    expect(both.publication).toBe('The Example Times');
  });
});
