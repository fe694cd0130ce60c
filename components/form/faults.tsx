import { Notice } from '../ui/notice';

/** What is wrong with a form as a whole; read out when it appears. */
export const Faults = ({ whole }: { whole: readonly string[] }) =>
  whole.length > 0 && (
    <Notice kind="danger" live>
      {whole.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
