/** Turns while something is under way; stands still where motion is unwelcome. Decorative: say in words what is going on. */
export const Spinner = ({ className = 'size-4' }: { className?: string }) => (
  <svg
    className={`${className} animate-spin motion-reduce:animate-none`}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <circle cx="8" cy="8" r="6" opacity="0.25" />
    <path d="M14 8a6 6 0 0 0-6-6" />
  </svg>
);
