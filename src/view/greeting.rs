//! What an empty viewer says.

use yew::prelude::*;

use super::hooks::use_ready;

/// What an empty viewer is and how a file is made with it.
#[component]
pub fn Greeting() -> Html {
    use_ready();
    html! {
        <main class="greeting">
            <h1>{ "会議録ビューア" }</h1>
            <p>{ "このファイルには、まだ会議録が入っていません。" }</p>
            <p>{ "会議録のテキストから、開くだけで読める1つのファイルを作るには、次のように入力します。" }</p>
            <pre><code>{ "kaigiroku bundle 会議録.txt" }</code></pre>
            <p>{ "できたファイルは、このビューアと会議録の両方を含みます。インターネットには何も送りません。" }</p>
        </main>
    }
}
