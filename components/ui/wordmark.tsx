/** The name with the proofreader's dots beneath it: let it stand. */
export const Wordmark = ({ className = 'text-lg' }: { className?: string }) => (
  <span className={`relative inline-block font-serif leading-none font-bold tracking-tight text-ink ${className}`}>
    Stet
    <svg
      className="absolute -bottom-[0.28em] left-0 h-[0.14em] w-full fill-accent"
      viewBox="0 0 58 4"
      aria-hidden="true"
    >
      {[2, 15.5, 29, 42.5, 56].map((x) => (
        <circle key={x} cx={x} cy="2" r="2" />
      ))}
    </svg>
  </span>
);
