/** The anchor of a heading as GitHub makes it, so that links work there and here. */
export const githubSlug = (heading) => heading.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-');
