// A host shows this page at any address. Where the site doesn't begin at the host's root, the links follow it.
const site = location.pathname.match(/^\/.*?(?=\/(ko|en|api|data|views|figures|engine)\/)/)?.[0];
if (site) for (const one of document.querySelectorAll("[href^='/']")) one.setAttribute("href", site + one.getAttribute("href"));
