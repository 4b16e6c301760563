// One page of each kind. What a kind's example is called depends on the data, so it is looked up.

const FIXED = [
  "/",
  "/compare",
  "/search?q=agent",
  "/search?q=qqqqqqqqqq",
  "/leaderboard",
  "/panel",
  "/weekly",
  "/how-ranking-works",
  "/my-votes",
  "/newsletter",
  "/newsletter/privacy",
  "/feeds",
  "/developers",
  "/dataset",
  "/privacy",
  "/terms",
  "/contact",
  "/desk",
];

const OF_THE_DESK = [
  ["/desk/tools", "editor"],
  ["/desk/newsletter", "newsletter"],
  ["/desk/newsletter/import", "newsletter"],
  ["/desk/newsletter/in-doubt", "operator"],
  ["/desk/operations/vote", "operator"],
  ["/desk/operations/catalog/dead-letters", "operator"],
  ["/desk/operations/review/audit", "operator"],
];

// Of what everybody may see: paths.
export async function publicPages(system) {
  const [tools, comparisons, categories, critics, boards, weeks] = await Promise.all(
    ["tools", "comparisons", "categories", "critics", "leaderboards", "weekly"].map((kind) => system.listed(kind)));
  const tool = tools.find((path) => /^\/tool\/[^/]+$/.test(path));
  if (!tool || !comparisons.length || !categories.length || !critics.length) {
    throw new Error("the system lists no tool, comparison, category or critic, so it has no sample data to be judged by");
  }
  const slugs = tools.filter((path) => /^\/tool\/[^/]+$/.test(path)).map((path) => path.split("/")[2]).sort();
  return [
    ...FIXED,
    tool,
    `${tool}/votes`,
    await review(system, tool, critics),
    tools.find((path) => path.endsWith("/alternatives")) ?? `${tool}/alternatives`,
    comparisons[0],
    `/compare/${slugs.slice(0, 3).join("-vs-")}`,
    categories.find((path) => !path.endsWith("/alternatives")),
    categories.find((path) => path.endsWith("/alternatives")),
    critics[0],
    boards[0],
    weeks.find((path) => /^\/weekly\/./.test(path)),
  ].filter(Boolean);
}

async function review(system, tool, critics) {
  for (const critic of critics) {
    const path = `${tool}/reviews/${critic.split("/").at(-1)}`;
    if ((await system.text(path)).status === 200) {
      return path;
    }
  }
  return null;
}

// Pages with the status they come with, and by whose token.
export async function allPages(system) {
  return [
    ...(await publicPages(system)).map((path) => ({ path, status: 200 })),
    { path: "/tool/there-is-none", status: 404 },
    { path: "/there-is-none", status: 404 },
    ...OF_THE_DESK.map(([path, role]) => ({ path, role, status: 200 })),
  ];
}
