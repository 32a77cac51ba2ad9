#include "content-engine/source/integreat_tree.h"

#include <algorithm>
#include <set>

#include "content-engine/source/slug.h"

namespace content {

const IntegreatPage& IntegreatNode::first() const {
  return **std::find_if(pages.begin(), pages.end(), [](const auto* page) { return page; });
}

static int hex_value(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  const char lower = static_cast<char>(c | 32);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string path_key(std::string_view address) {
  const auto scheme = address.find("://");
  if (scheme != std::string_view::npos) {
    const auto slash = address.find('/', scheme + 3);
    address = slash == std::string_view::npos ? std::string_view{} : address.substr(slash);
  }
  address = address.substr(0, address.find_first_of("?#"));
  std::string path;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const bool coded = address[i] == '%' && i + 2 < address.size() &&
                       hex_value(address[i + 1]) >= 0 && hex_value(address[i + 2]) >= 0;
    path += coded ? static_cast<char>(hex_value(address[i + 1]) * 16 + hex_value(address[i + 2]))
                  : address[i];
    i += coded ? 2 : 0;
  }
  if (!path.empty() && path.back() != '/')
    path += '/';
  return path;
}

// Three levels are what editors make; a chain beyond this is an attack or a mistake.
static constexpr int depth_limit = 64;

static Finding page_finding(const std::string& file, std::string rule, Sentence problem,
                            Sentence advice) {
  return {file, 0, Severity::Warning, std::move(rule), std::move(problem), std::move(advice)};
}

// The node of a page: the one its own path or one of its translations' paths already has.
static int node_of(const IntegreatPage& page, std::size_t language, IntegreatTree& tree,
                   const std::string& file, std::vector<Finding>& findings) {
  int found = -1;
  if (const auto own = tree.by_path.find(path_key(page.path)); own != tree.by_path.end())
    found = own->second;
  for (const auto& [slug, path] : page.translations)
    if (const auto at = tree.by_path.find(path_key(path)); found < 0 && at != tree.by_path.end())
      found = at->second;
  if (found >= 0 && tree.nodes[static_cast<std::size_t>(found)].pages[language] != nullptr) {
    findings.push_back(
        page_finding(file, "import-twin",
                     {"«" + page.path + "» gibt sich als dieselbe Seite aus wie eine andere",
                      "«" + page.path + "» claims to be the same page as another"},
                     {"Sie wird als eigenes Thema geführt; in Integreat prüfen",
                      "it is kept as a topic of its own; check it in Integreat"}));
    found = -1;
  }
  return found;
}

static void add_page(const IntegreatPage& page, std::size_t language, std::size_t languages,
                     IntegreatTree& tree, const std::string& file, std::vector<Finding>& findings) {
  int index = node_of(page, language, tree, file, findings);
  if (index < 0) {
    index = static_cast<int>(tree.nodes.size());
    tree.nodes.push_back({.pages = std::vector<const IntegreatPage*>(languages, nullptr),
                          .parent = -1,
                          .children = {},
                          .id = {}});
  }
  tree.nodes[static_cast<std::size_t>(index)].pages[language] = &page;
  tree.by_path[path_key(page.path)] = index;
  for (const auto& [slug, path] : page.translations)
    tree.by_path.emplace(path_key(path), index);
}

static void find_parents(IntegreatTree& tree, const std::vector<IntegreatLanguage>& languages,
                         std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    IntegreatNode& node = tree.nodes[i];
    for (std::size_t language = 0; language < node.pages.size() && node.parent < 0; ++language) {
      const IntegreatPage* page = node.pages[language];
      if (page == nullptr || page->parent_path.empty())
        continue;
      const auto at = tree.by_path.find(path_key(page->parent_path));
      // A page that lies below itself, by whatever chain, would hide its whole branch.
      bool sound = at != tree.by_path.end();
      int depth = 0;
      for (int up = sound ? at->second : -1; up >= 0 && sound;
           up = tree.nodes[static_cast<std::size_t>(up)].parent)
        sound = up != static_cast<int>(i) && ++depth < depth_limit;
      if (sound) {
        node.parent = at->second;
      } else {
        findings.push_back(page_finding(
            languages[language].file, "import-parent",
            {"Die Elternseite «" + page->parent_path + "» von «" + page->path + "» fehlt",
             "the parent «" + page->parent_path + "» of «" + page->path + "» is missing"},
            {"Die Seite wird ein eigener Einstieg", "the page becomes a way in of its own"}));
      }
    }
  }
}

static void name_nodes(IntegreatTree& tree) {
  std::set<std::string> taken;
  for (auto& node : tree.nodes) {
    // "/region/de/geld/sozialhilfe/" → "geld-sozialhilfe"
    const std::string path = path_key(node.first().path);
    auto start = path.find('/', 1);
    if (start != std::string::npos)
      start = path.find('/', start + 1);
    std::string id = slug(start == std::string::npos ? path : path.substr(start), 100);
    if (id.empty())
      id = "page";
    std::string unique = id;
    for (int n = 2; !taken.insert(unique).second; ++n)
      unique = id + '-' + std::to_string(n);
    node.id = unique;
  }
}

static void order_children(IntegreatTree& tree) {
  for (std::size_t i = 0; i < tree.nodes.size(); ++i)
    if (const int parent = tree.nodes[i].parent; parent >= 0)
      tree.nodes[static_cast<std::size_t>(parent)].children.push_back(static_cast<int>(i));
  for (auto& node : tree.nodes)
    std::stable_sort(node.children.begin(), node.children.end(), [&](int a, int b) {
      return tree.nodes[static_cast<std::size_t>(a)].first().order <
             tree.nodes[static_cast<std::size_t>(b)].first().order;
    });
}

IntegreatTree join_trees(const std::vector<IntegreatLanguage>& languages,
                         std::vector<Finding>& findings) {
  IntegreatTree tree;
  for (std::size_t i = 0; i < languages.size(); ++i)
    for (const auto& page : languages[i].pages)
      add_page(page, i, languages.size(), tree, languages[i].file, findings);
  find_parents(tree, languages, findings);
  name_nodes(tree);
  order_children(tree);
  return tree;
}

}  // namespace content
