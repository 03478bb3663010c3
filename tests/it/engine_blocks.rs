//! The blocks of the search engine, and the page that carries them.

use kaigiroku::bundle::BundleError;
use kaigiroku::bundle::engine::{EngineParts, blocks, carry};

use crate::bundle::empty_shell;

fn engine() -> String {
    let parts = EngineParts {
        glue: "let wasm_bindgen = \"</script>\";\n".into(),
        simd: "H4sI".into(),
        plain: "H4sJ".into(),
    };
    blocks(&parts, |script| {
        assert!(script.contains("wasm_bindgen"));
        "ENGINE".to_owned()
    })
}

/// A part of the policy, up to what ends it.
fn policy<'a>(page: &'a str, name: &str) -> &'a str {
    let (_, rest) = page.split_once("Content-Security-Policy\" content=\"").expect("a policy");
    let (policy, _) = rest.split_once('"').expect("its end");
    policy.split("; ").find(|part| part.starts_with(name)).expect(name)
}

#[test]
fn a_page_that_carries_the_engine_lets_it_act_and_nothing_else() {
    let page = carry(&empty_shell(), &engine()).expect("a viewer page");
    assert_eq!(policy(&page, "script-src"), "script-src 'sha256-ENGINE' 'sha256-SCRIPT' 'wasm-unsafe-eval'");
    assert_eq!(policy(&page, "trusted-types"), "trusted-types kaigiroku-engine");
    assert_eq!(policy(&page, "worker-src"), "worker-src blob:");
    for part in ["default-src", "style-src", "connect-src", "frame-src", "require-trusted-types-for"] {
        assert_eq!(policy(&page, part), policy(&empty_shell(), part));
    }
}

#[test]
fn the_blocks_stand_before_the_program_each_once() {
    let page = carry(&empty_shell(), &engine()).expect("a viewer page");
    let places = ["id=\"kg-engine\"", "id=\"kg-engine-simd\"", "id=\"kg-engine-plain\"", "id=\"kg-wasm\""];
    let places = places.map(|id| {
        assert_eq!(page.matches(id).count(), 1, "{id}");
        page.find(id)
    });
    assert!(places.is_sorted(), "{places:?}");
    let without = page.replace(&engine(), "");
    assert_eq!(
        without.len() - empty_shell().len(),
        " 'sha256-ENGINE'".len() + "kaigiroku-engine".len() - "'none'".len()
    );
}

#[test]
fn no_script_ends_its_block() {
    assert_eq!(engine().matches("</script>").count(), 3);
}

#[test]
fn what_is_no_viewer_page_or_no_engine_is_told() {
    assert!(matches!(carry("<p>", &engine()), Err(BundleError::NoSlot { .. })));
    assert!(matches!(carry(&empty_shell(), "<p>"), Err(BundleError::NoSlot { .. })));
}
