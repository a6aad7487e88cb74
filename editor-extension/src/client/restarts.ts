/** Counts how often a server has ended, so that one which ends again and again is left alone. */
export class Restarts {
  private ends: number[] = [];

  /**
   * @param most how many ends are borne with
   * @param within in how many milliseconds
   */
  constructor(private readonly most = 4, private readonly within = 3 * 60 * 1000) { }

  /** Notes an end, and says whether to start again. */
  again(now: number): boolean {
    this.ends = [...this.ends.filter(end => now - end < this.within), now];
    return this.ends.length <= this.most;
  }
}
