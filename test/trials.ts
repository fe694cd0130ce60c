/** How many trials of a counted property to run: all of them under `npm run soak`, a tenth in `npm test`. */
export const trials = (all: number): number => (process.env.STET_SOAK ? all : Math.ceil(all / 10));
