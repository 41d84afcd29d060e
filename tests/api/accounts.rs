//! x
use support::{ground::Ground, on_both_databases};
on_both_databases!(x);
async fn x(ground: &mut Ground) {
    let b = ground.browser();
    b.open("/").await.expect(200);
}
