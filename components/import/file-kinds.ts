/** The files that are read, as a file input wants them named. */
export const accepted =
  '.txt,.html,.htm,.md,.markdown,.docx,text/plain,text/html,text/markdown,application/vnd.openxmlformats-officedocument.wordprocessingml.document';
