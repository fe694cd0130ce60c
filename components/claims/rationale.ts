export type RationaleProps = {
  /** what the field is called; the rationale without */
  label?: string;
  /** Markdown, the subset of formats/prose */
  value: string;
  onChange: (markdown: string) => void;
  /** numbers of the claim's evidence, to cite */
  evidence: readonly number[];
  disabled?: boolean;
};
