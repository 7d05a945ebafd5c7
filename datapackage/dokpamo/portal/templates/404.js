// A host shows this page at any address, the site may begin anywhere on it: what is below the site's own folders tells.
const site = location.pathname.match(/^.*?(?=\/(?:(?:ko|en|api|cite|data|views|figures|engine)\/|404\.html$))/)?.[0] ?? "";
for (const one of document.querySelectorAll("a")) one.setAttribute("href", site + one.getAttribute("href"));
document.head.append(Object.assign(document.createElement("link"), {rel: "stylesheet", href: `${site}/style.css`}));
