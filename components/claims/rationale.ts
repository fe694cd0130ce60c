export type RationaleProps = {
  /** Markdown, the subset of formats/prose */
  value: string;
  onChange: (markdown: string) => void;
  /** numbers of the claim's evidence, to cite */
  evidence: readonly number[];
  disabled?: boolean;
};
