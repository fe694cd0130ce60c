// Runs in a page before anything of its own: notes when the article first has its caret and a frame was drawn after
// that, and how long the longest task took. A file of its own, because what tsx compiles needs helpers of tsx.

const seen = { interactive: 0, longest: 0 };
window.seen = seen;

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
}).observe({ type: 'longtask', buffered: true });

const look = () => {
  if (!document.querySelector('.article-text[contenteditable="true"]')) requestAnimationFrame(look);
  else
    requestAnimationFrame(() =>
      setTimeout(() => {
        seen.interactive = performance.now();
      }),
    );
};
requestAnimationFrame(look);
