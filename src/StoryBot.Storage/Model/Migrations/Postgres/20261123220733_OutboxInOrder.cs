using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StoryBot.Storage.Model.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OutboxInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_State_NextAttempt",
                table: "Outbox");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Sequence_State_NextAttempt",
                table: "Outbox",
                columns: new[] { "Sequence", "State", "NextAttempt" },
                filter: "\"State\" < 2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_Sequence_State_NextAttempt",
                table: "Outbox");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_State_NextAttempt",
                table: "Outbox",
                columns: new[] { "State", "NextAttempt" },
                filter: "\"State\" < 2");
        }
    }
}
